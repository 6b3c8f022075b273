"""A dimension that was never asked about is neither shown nor missed."""

import pytest

from test_large_figures import ANNE
from test_screening import answer_page, mads, no_failures, visit  # noqa: F401: fixtures

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<questionnaire xmlns="urn:samspil:questionnaire:1" id="udeladt" version="1" lang="da" licence="own" legal-basis="Prøve">
  <title>Udeladt</title>
  <intro>Prøve.</intro>
  <section id="alt">
    <title>Alt</title>
    <dimension id="boern">
      <title>Børn</title>
      <question id="har" type="single" required="yes"><text>Har du børn?</text>
        <option id="nej" score="0">Nej</option><option id="ja" score="1">Ja</option></question>
      <colour id="boern.green" level="green" test="true()">{score}.</colour>
    </dimension>
    <dimension id="pasning">
      <title>Pasning</title>
      <question id="passer" type="single" required="yes" show-if="//answer[@question='har']/@option = 'ja'"><text>Passes de?</text>
        <option id="p-nej" score="1">Nej</option><option id="p-ja" score="0">Ja</option></question>
      <colour id="pasning.red" level="red" test="@score = 1">{score}.</colour>
      <colour id="pasning.green" level="green" test="true()">{score}.</colour>
    </dimension>
  </section>
  <indication id="ingen" risk="low" title="Ingen" limit="x" test="true()">ingen</indication>
  <sentence>{missing} mangler: {indication}.</sentence>
  <test id="uden"><given question="har" option="nej"/><expect missing="0"/></test>
</questionnaire>
"""


@pytest.fixture(scope="module", autouse=True)
def published(stack, tmp_path_factory):
    file = tmp_path_factory.mktemp("left-out") / "udeladt.xml"
    file.write_text(TEXT)
    code, _, err = stack.tool("import", "questionnaire", str(file))
    assert code == 0, err
    yield
    stack.sql("UPDATE questionnaire SET state = 'retired' WHERE code = 'udeladt'")


@pytest.mark.parametrize("answers, dimensions, missing", [
    ([{"har": "nej"}], ["boern"], "0"),
    ([{"har": "ja"}, {"passer": "declined"}], ["pasning", "boern"], "1"),
])
def test_only_what_was_asked(base_url, mads, answers, dimensions, missing):  # noqa: F811
    page = mads.get(f"/citizens/{ANNE}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice[contains(., 'Udeladt')]")[0]
    page = mads.submit("screening", {"questionnaire": choice.get("value")})
    screening = page.one("//p:screening").get("id")
    citizen = visit(base_url, page.one("//p:access-code").get("code"))
    for answer in answers:
        answer_page(citizen, answer, "next")
    assert citizen.submit("summary", {}, "send").all("//p:answered")
    page = mads.get(f"/screening/{screening}")
    assert page.all("//p:dimension/@id") == dimensions
    tally = page.one("//p:tally")
    assert (tally.get("missing"), tally.get("total")) == (missing, str(len(dimensions)))
    assert len(tally.xpath("p:bar", namespaces={"p": tally.nsmap[None]})) == len(dimensions)
