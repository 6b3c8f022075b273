"""10,000 generated responses score the same in the engine and in a calculation of its own."""

import collections
import os
import pathlib
import random
import subprocess

import pytest

from calculation import NS, TOP, Questionnaire

BUILD = pathlib.Path(os.environ.get("SAMSPIL_TEST_BUILD", TOP / "build-sanitize"))
DEMO, DATA = TOP / "conf/questionnaires", TOP / "tests/data/questionnaires"
RESPONSES = 10_000
FILES = {
    "demo-kontanthjaelp": (DEMO / "demo-kontanthjaelp.xml", DEMO / "shared.xml"),
    "demo-sygedagpenge": (DEMO / "demo-sygedagpenge.xml", DEMO / "shared.xml"),
    "alkohol": (DATA / "alkohol.xml",), "evne": (DATA / "evne.xml",), "maal": (DATA / "maal.xml",), "slags": (DATA / "slags.xml",),
    "trivsel": (DATA / "trivsel.xml",), "vej": (DATA / "vej.xml", DATA / "faelles.xml"),
}
EACH = RESPONSES // len(FILES)
# Values that a caller gives; of all other parameters the questionnaire's own hold.
PARAMETERS = {"sex": ["", "man", "woman"], "cutoff-man": ["4", "5"]}


def generate_answer(chance, question, leaning):
    node = question.node
    if question.type == "many":
        alone = [one for one, option in question.options.items() if option.get("alone") == "yes"]
        rest = [one for one in question.options if one not in alone]
        if alone and chance.random() < 0.2:
            return chance.choice(alone)
        return " ".join(chance.sample(rest, chance.randint(1, len(rest))))
    if question.type == "number":
        places = int(node.get("decimals", "0"))
        lowest, highest = int(node.get("min")) * 10 ** places, int(node.get("max")) * 10 ** places
        number = chance.choice([lowest, highest, chance.randint(lowest, highest)])
        return f"{number / 10 ** places:.{places}f}"
    if question.type == "date":
        return f"{chance.randint(2000, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    if question.type == "text":
        return chance.choice(["kort", "to ord", "æ ø å & < \" '", "//answer"])
    choices = list(map(str, question.scale_range())) if question.type == "scale" else list(question.options)
    # Leaning makes responses that are red, or green, all over: else rules that count would never see them.
    return choices[min(len(choices) - 1, int(chance.betavariate(*leaning) * len(choices)))]


def generate(chance, questionnaire):
    answers, leaning, gaps = {}, chance.choice([(1, 1), (1, 4), (4, 1), (0.5, 0.5)]), chance.choice([0, 0.05, 0.4])
    for question in questionnaire.questions:
        if chance.random() < gaps:
            state = chance.choice(["!declined", None] + ["!dont-know"] * question.dont_know)
            if state:
                answers[question.id] = state
        else:
            answers[question.id] = generate_answer(chance, question, leaning)
    parameters = {name: chance.choice(values) for name, values in PARAMETERS.items() if name in questionnaire.defaults}
    return answers, parameters


def engine(files, responses):
    lines = "".join("\t".join([f"${name}={value}" for name, value in parameters.items()] +
                              [f"{name}={text}" for name, text in answers.items()]) + "\n" for answers, parameters in responses)
    done = subprocess.run([BUILD / "tests/engine/score", TOP / "xslt/schema/questionnaire.rng", *files], input=lines,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.splitlines()]


def same(expected, got):
    """A name with a number, or a text."""
    if not isinstance(expected, tuple):
        return expected == got
    name, _, number = got.partition(" ")
    if expected[0] != name or (expected[1] is None) != (number == ""):
        return False
    return expected[1] is None or abs(float(expected[1]) - float(number)) < 2e-6


def rules_of(questionnaire):
    return {node.get("id") for tag in ("colour", "band", "undecided", "indication") for node in questionnaire.root.iter(NS + tag)}


@pytest.mark.parametrize("name", FILES)
def test_ten_thousand_responses(name):
    chance = random.Random(f"samspil {name}")
    questionnaire = Questionnaire(*FILES[name])
    responses = [generate(chance, questionnaire) for _ in range(EACH)]
    lines = engine(FILES[name], responses)
    assert len(lines) == EACH
    seen = collections.Counter()
    for (answers, parameters), line in zip(responses, lines, strict=True):
        expected = questionnaire.find(answers, parameters).line()
        assert len(expected) == len(line)
        for one, other in zip(expected, line, strict=True):
            assert same(one, other), (answers, parameters, one, other)
        seen.update([one.partition(" ")[0] for one in line[1:-1]])
    never = rules_of(questionnaire) - set(seen)
    assert not never, f"no response shows {never}"
