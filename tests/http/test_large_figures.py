"""Figures as large as a questionnaire may make them are kept, and what is larger counts as not computed: nobody is stuck at the end."""

import pytest

from samspil import TOP
from test_screening import answer_page, mads, no_failures, visit  # noqa: F401: fixtures

ANNE = 14
TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<questionnaire xmlns="urn:samspil:questionnaire:1" id="store-tal" version="1" lang="da" licence="own" legal-basis="Prøve">
  <title>Store tal</title>
  <intro>Prøve.</intro>
  <section id="tal">
    <title>Tal</title>
    <dimension id="beloeb">
      <title>Beløb</title>
      <question id="gaeld" type="number" min="0" max="1000000000" required="yes" decimals="3" scored="yes"><text>Gæld</text></question>
      <colour id="beloeb.red" level="red" test="@score &gt; 37.5">{score} er over 37,5.</colour>
      <colour id="beloeb.green" level="green" test="true()">{score}.</colour>
    </dimension>
  </section>
  <score id="stor" select="//answer/@score * 400" missing="fail">Stor</score>
  <score id="for-stor" select="//answer/@score * 1000000" missing="fail" uncomputable="for stor">For stor</score>
  <indication id="hjaelp" risk="high" title="Hjælp" limit="x" test="true()">hjælp</indication>
  <sentence>{stor} og {for-stor}: {indication}.</sentence>
  <test id="en"><given question="gaeld" value="1"/><expect indication="hjaelp"/></test>
</questionnaire>
"""


@pytest.fixture(scope="module", autouse=True)
def published(stack, tmp_path_factory):
    file = tmp_path_factory.mktemp("large") / "store-tal.xml"
    file.write_text(TEXT)
    code, _, err = stack.tool("import", "questionnaire", str(file))
    assert code == 0, err
    yield
    stack.sql("UPDATE questionnaire SET state = 'retired' WHERE code = 'store-tal'")


def send(mads, base_url, number):  # noqa: F811
    page = mads.get(f"/citizens/{ANNE}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice[contains(., 'Store tal')]")[0]
    page = mads.submit("screening", {"questionnaire": choice.get("value")})
    screening = page.one("//p:screening").get("id")
    citizen = visit(base_url, page.one("//p:access-code").get("code"))
    answer_page(citizen, {"gaeld": number}, "next")
    page = citizen.submit("summary", {}, "send")
    assert page.all("//p:answered"), page.text
    return screening


@pytest.mark.parametrize("number, score, stor, for_stor", [
    ("1200000", "1200000.000", "480000000.000", None),
    ("999999999,999", "999999999.999", "400000000000.000", None),
    ("0,5", "0.500", "200.000", "500000.000"),
])
def test_sent_and_kept(stack, base_url, mads, number, score, stor, for_stor):  # noqa: F811
    screening = send(mads, base_url, number)
    assert stack.sql(f"SELECT score FROM screening_dimension WHERE screening_id = {screening}") == [[score]]
    assert stack.sql(f"SELECT value FROM screening_score WHERE screening_id = {screening} ORDER BY ordinal") == [[stor], [for_stor]]


def test_a_hair_over_the_limit_is_over_it(stack, base_url, mads):  # noqa: F811
    screening = send(mads, base_url, "37,504")
    assert stack.sql(f"SELECT score, level FROM screening_dimension WHERE screening_id = {screening}") == [["37.504", "red"]]
    assert "37,504 er over 37,5." in mads.get(f"/screening/{screening}").text
