"""What a questionnaire finds in a response, worked out from its XML alone: in exact fractions, sharing nothing with the engine.

xslt/schema/questionnaire.rng says what each element means.  Rules are evaluated by lxml over a tree of our own.
"""

import decimal
import functools
import pathlib
import re
from fractions import Fraction

from lxml import etree

NS = "{urn:samspil:questionnaire:1}"
TOP = pathlib.Path(__file__).resolve().parents[2]


def words(node):
    """The element's text with single spaces; children's words do not count."""
    return " ".join((node.text or "").split() + [word for child in node for word in (child.tail or "").split()])


def half_up(number, decimals):
    """Away from zero at a half."""
    scaled = abs(number) * 10 ** decimals
    whole = scaled.numerator // scaled.denominator
    whole += 2 * (scaled - whole) >= 1
    return (1 if number >= 0 else -1) * Fraction(whole, 10 ** decimals)


def point(number, decimals):
    """With at most so many decimals."""
    scaled = half_up(number, decimals) * 10 ** decimals
    whole, rest = divmod(abs(int(scaled)), 10 ** decimals)
    text = f"{'-' if scaled < 0 else ''}{whole}.{rest:0{decimals}d}".rstrip("0").rstrip(".")
    return text


def plain(number):
    """As it stands in the tree that rules read: with nine decimals, as far as 15 digits go."""
    whole = int(abs(number))
    return point(number, min(9, 15 - len(str(whole)) if whole else 9))


def shown(number):
    """As it is written in a sentence."""
    return point(number, 3)


class Missing:
    def __init__(self, text):
        self.least = int(text[8:-1]) if (text or "").startswith("prorate") else None
        self.any = text == "none"

    def enough(self, asked, answered):
        if answered == 0:
            return False
        return answered == asked or self.any or (self.least is not None and answered >= self.least)

    def scale(self, asked, answered):
        return Fraction(asked, answered) if self.least is not None else Fraction(1)


class Question:
    def __init__(self, node):
        self.node, self.id, self.type = node, node.get("id"), node.get("type")
        self.condition = node.get("show-if")
        self.weight = Fraction(node.get("weight", "1"))
        self.scored = self.type in ("single", "many", "scale") or (self.type == "number" and node.get("scored") == "yes")
        self.dont_know = node.get("dont-know") == "yes"
        self.options = {option.get("id"): option for option in node.iterchildren(NS + "option")}

    def scale_range(self):
        return range(int(self.node.get("min")), int(self.node.get("max")) + 1)

    def score_of(self, option):
        """Of one option of single or many, or one number of a scale."""
        if option in self.options:
            return Fraction(self.options[option].get("score"))
        turned = self.node.get("reverse") == "yes"
        return Fraction(int(self.node.get("min")) + int(self.node.get("max")) - int(option) if turned else int(option))

    def score(self, text):
        if not self.scored:
            return None
        if self.type == "number":
            return Fraction(text)
        if self.type != "many":
            return self.score_of(text)
        scores = [self.score_of(option) for option in text.split()]
        return max(scores) if self.node.get("count") == "max" else sum(scores)


@functools.cache
def compiled(text):
    return etree.XPath(text)


@functools.cache
def parameters_in(test):
    return frozenset(re.findall(r"\$([A-Za-z0-9_.-]+)", test))


class Questionnaire:
    def __init__(self, path, shared=None):
        self.root = etree.parse(str(path)).getroot()
        other = etree.parse(str(shared)).getroot() if shared else None
        for use in list(self.root.iter(NS + "use")):
            kind = "dimension" if use.get("dimension") else "question"
            found = next(node for node in other.iter(NS + kind) if node.get("id") == use.get(kind))
            use.getparent().replace(use, etree.fromstring(etree.tostring(found)))
        self.dimensions = list(self.root.iter(NS + "dimension"))
        self.questions = [Question(node) for dimension in self.dimensions for node in dimension.iterchildren(NS + "question")]
        self.defaults = {node.get("id"): node.get("value") for node in self.root.iterchildren(NS + "parameter")}

    def find(self, answers, parameters):
        return Response(self, answers, {**self.defaults, **parameters})


class Response:
    """answers: by question's id a text, or "!declined", "!dont-know"."""

    def __init__(self, questionnaire, answers, parameters):
        self.q, self.answers, self.parameters = questionnaire, dict(answers), parameters
        self.variables = {}
        for name, value in parameters.items():
            try:
                self.variables[name] = float(value)
            except ValueError:
                self.variables[name] = value
        self.tree = etree.Element("response")
        self.asked, self.scores_of = {}, {}
        self.dimensions = [self.dimension(node) for node in questionnaire.dimensions]
        self.scores = [self.score(node) for node in questionnaire.root.iterchildren(NS + "score")]
        self.colours = [self.colour(*one) for one in zip(questionnaire.dimensions, self.dimensions, self.tree, strict=False)]
        self.conclude()

    def true(self, test, node):
        return bool(compiled(f"boolean({test})")(node, **self.used(test)))

    def used(self, test):
        return {name: self.variables[name] for name in parameters_in(test)}

    def answer(self, parent, question):
        asked = question.condition is None or self.true(question.condition, self.tree)
        text = self.answers.get(question.id) if asked else None
        node = etree.SubElement(parent, "answer", question=question.id)
        self.asked[question.id] = asked
        self.scores_of[question.id] = None
        if text is None or text.startswith("!"):
            node.set("state", "not-asked" if not asked else "none" if text is None else text[1:])
            return
        node.set("state", "answered")
        if question.type == "many":
            for option in [one for one in question.options if one in text.split()]:
                child = etree.SubElement(node, "option", id=option, score=plain(question.score_of(option)))
                if question.options[option].get("level"):
                    child.set("level", question.options[option].get("level"))
        elif question.type == "single":
            node.set("option", text)
        elif question.type != "text":
            node.set("value", text)
        if question.type in ("single", "scale") and text in question.options and question.options[text].get("level"):
            node.set("level", question.options[text].get("level"))
        if question.scored:
            self.scores_of[question.id] = question.score(text)
            node.set("score", plain(self.scores_of[question.id]))

    def counted(self, questions):
        """How many with a score were asked; scores and weights of those that have one."""
        asked = sum(self.asked[one.id] and one.scored for one in questions)
        return asked, [(self.scores_of[one.id], one.weight) for one in questions if self.scores_of[one.id] is not None]

    def questions_of(self, dimension):
        ids = [node.get("id") for node in dimension.iterchildren(NS + "question")]
        return [question for question in self.q.questions if question.id in ids]

    def dimension(self, node):
        here = etree.SubElement(self.tree, "dimension", id=node.get("id"))
        questions = self.questions_of(node)
        for question in questions:
            self.answer(here, question)
        asked, scores = self.counted(questions)
        missing = Missing(node.get("missing"))
        states = [answer.get("state") for answer in here]
        here.set("state", "not-asked" if set(states) == {"not-asked"} else
                 "answered" if set(states) <= {"not-asked", "answered"} else "missing")
        if not missing.enough(asked, len(scores)):
            return asked, None
        value = sum(score for score, _ in scores) * missing.scale(asked, len(scores))
        here.set("score", plain(value))
        return asked, value

    def score_value(self, node):
        scope = node.get("dimension")
        questions = self.q.questions if scope is None else \
            self.questions_of(next(one for one in self.q.dimensions if one.get("id") == scope))
        asked, scores = self.counted(questions)
        missing = Missing(node.get("missing"))
        if not missing.enough(asked, len(scores)):
            return None
        total = sum(score for score, _ in scores)
        if node.get("method") == "sum":
            return total * missing.scale(asked, len(scores))
        if node.get("method") == "mean":
            return total / len(scores)
        if node.get("method") == "gas":
            with decimal.localcontext() as context:
                context.prec = 40
                spread = Fraction(7, 10) * sum(w * w for _, w in scores) + Fraction(3, 10) * sum(w for _, w in scores) ** 2
                root = (decimal.Decimal(spread.numerator) / spread.denominator).sqrt()
                products = sum(w * x for x, w in scores)
                return Fraction(50 + 10 * (decimal.Decimal(products.numerator) / products.denominator) / root)
        number = compiled(f"number({node.get('select')})")(self.tree, **self.used(node.get("select")))
        return Fraction(repr(number)) * missing.scale(asked, len(scores)) if number == number else None

    def score(self, node):
        here = etree.SubElement(self.tree, "score", id=node.get("id"))
        value, name = self.score_value(node), "none"
        if value is not None:
            value = half_up(value, int(node.get("decimals", "0")))
            here.set("value", plain(value))
            bands = node.findall(NS + "band")
            if bands:
                name = next(band.get("id") for band in bands if self.true(band.get("test"), here))
                here.set("band", name)
        return name, value

    def colour(self, node, found, here):
        asked, value = found
        rules = node.findall(NS + "colour")
        rule = None
        if value is not None and rules:
            rule = next(one for one in rules if self.true(one.get("test"), here))
            here.set("colour", rule.get("level"))
        return asked > 0 and bool(rules), rule

    def conclude(self):
        counted = [rule.get("level") if rule is not None else "missing" for counts, rule in self.colours if counts]
        self.tally = {level: counted.count(level) for level in ("red", "yellow", "green", "missing")}
        root, template = self.q.root, None
        undecided = next((one for one in root.iterchildren(NS + "undecided") if self.true(one.get("test"), self.tree)), None)
        indications = list(root.iterchildren(NS + "indication"))
        self.indication = None
        if undecided is not None:
            template = words(undecided)
        elif indications:
            self.indication = next(one for one in indications if self.true(one.get("test"), self.tree))
        if undecided is None and root.find(NS + "sentence") is not None:
            template = words(root.find(NS + "sentence"))
        decides = undecided if undecided is not None else self.indication
        self.rule = "none" if decides is None else decides.get("id")
        self.sentence = "" if template is None else re.sub(r"\{([^{}:]+)(?::([^|}]*)\|([^}]*))?\}", self.fill, template)

    def fill(self, match):
        name, one, other = match.groups()
        number, text = None, ""
        scores = {node.get("id"): (node, value) for node, (_, value) in
                  zip(self.q.root.iterchildren(NS + "score"), self.scores, strict=True)}
        if name in self.tally:
            number, text = self.tally[name], str(self.tally[name])
        elif name == "indication":
            text = "" if self.indication is None else words(self.indication)
        elif name in self.parameters:
            text = self.parameters[name]
        elif name in scores:
            node, number = scores[name]
            text = node.get("uncomputable", "?") if number is None else shown(number).replace(".", ",")
        return text if one is None else one if number == 1 else other

    def line(self):
        """As tests/engine/score prints it; numbers are compared apart."""
        return ["".join("+" if self.asked[one.id] else "-" for one in self.q.questions),
                *((rule.get("id") if rule is not None else "none", value)
                  for (_, rule), (_, value) in zip(self.colours, self.dimensions, strict=True)),
                *self.scores, " ".join(map(str, self.tally.values())),
                "none" if self.indication is None else self.indication.get("id"), self.rule, self.sentence]
