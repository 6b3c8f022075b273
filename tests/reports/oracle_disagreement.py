"""The report "disagreement", from its definition (src/domain/report/disagreement.c)."""

from fractions import Fraction

from asked_about import courses

CONCLUSION = 30
LEVELS = ("low", "moderate", "high")
SAID = ("agreed", "higher", "lower", "sideways", "none")
FATES = ("open", "work", "education", "low-risk", "other")
WORK = ("job", "flexjob", "wage-subsidy")


def indicated_risk(assessment, group, world):
    """The risk of the category that was indicated, as it was that day; some rules indicate a risk itself."""
    best = None
    for row in world["risk_category"]:
        if row["target_group"] == (assessment["target_group"] or group) and row["code"] == assessment["indicated"] and row["valid_from"] <= str(assessment["decided_at"].date()):
            best = row if best is None or row["valid_from"] > best["valid_from"] else best
    if best is not None:
        return best["risk"]
    return assessment["indicated"] if assessment["indicated"] in LEVELS else None


def said(assessment, risk):
    if assessment["indicated"] is None:
        return "none"
    if assessment["indicated"] == assessment["decision"]:
        return "agreed"
    if risk is None or risk == assessment["risk"]:
        return "sideways"
    return "higher" if LEVELS.index(assessment["risk"]) > LEVELS.index(risk) else "lower"


def age_on(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_group(years):
    return next(f"age-{least}" for least in (60, 50, 40, 30, 0) if years >= least) if years >= 30 else "age-18"


def fate(course, today):
    if course["closed_on"] is None or course["closed_on"] > today:
        return "open"
    if course["outcome"] in WORK:
        return "work"
    return course["outcome"] if course["outcome"] in ("education", "low-risk") else "other"


def sex_of(cohort, screening):
    for row in cohort.now("answer"):
        if row["screening_id"] == screening and row["question"] == "sex" and row["state"] == "answered":
            return f"sex-{row['choice']}"
    return "sex-unknown"


def decisions(cohort, ask, world):
    """The first decision about each screening of the courses asked about, where it was made in the period."""
    first = {}
    for row in cohort.now("risk_assessment"):
        if row["screening_id"] is not None and (row["screening_id"] not in first or row["id"] < first[row["screening_id"]]["id"]):
            first[row["screening_id"]] = row
    codes = {int(row["id"]): row["code"] for row in world["questionnaire"]}
    screenings = {row["id"]: row for row in cohort.now("screening")}
    citizens = {row["id"]: row for row in cohort.now("citizen")}
    for course in sorted(courses(cohort, ask, world), key=lambda course: course["id"]):
        assessment = first.pop(course["screening_id"], None)
        if assessment is None:
            continue
        day, risk, citizen = assessment["decided_at"].date(), indicated_risk(assessment, course["target_group"], world), citizens[course["citizen_id"]]
        if day > ask.today or (ask.first and day < ask.first) or (ask.last and day > ask.last):
            continue
        yield {"questionnaires": f"questionnaire-{codes[screenings[course['screening_id']]['questionnaire_id']]}", "departments": f"department-{course['department_id']}",
               "sexes": sex_of(cohort, course["screening_id"]), "ages": age_group(age_on(citizen["birth_date"], day)),
               "languages": "language-da" if citizen["language"] == "da" else "language-other", "said": said(assessment, risk),
               "directions": f"indicated-{risk or 'unknown'}", "decided": f"decided-{assessment['risk']}", "fate": fate(course, ask.today)}


def share(those):
    """Of those with an indication, how many were decided otherwise; None where nothing can be concluded."""
    with_one = [one for one in those if one["said"] != "none"]
    otherwise = sum(one["said"] != "agreed" for one in with_one)
    return Fraction(100 * otherwise, len(with_one)) if len(with_one) >= CONCLUSION else None


def put_table(out, table, rows, those, by, parts, shared):
    for row in (*sorted({one[rows] for one in those}), "all"):
        mine = [one for one in those if row in ("all", one[rows])]
        out[table, row, "persons"] = len(mine)
        for part in parts:
            out[table, row, part] = sum(one[by] == part for one in mine)
        if shared:
            out[table, row, "share"] = share(mine)


def figures(cohort, ask, world):
    those, out = list(decisions(cohort, ask, world)), {}
    for table in ("questionnaires", "departments", "sexes", "ages", "languages"):
        put_table(out, table, table, those, "said", SAID, True)
    put_table(out, "directions", "directions", those, "decided", tuple(f"decided-{level}" for level in LEVELS), False)
    put_table(out, "fates", "said", those, "fate", FATES, False)
    out["brief", "decisions", "value"] = len(those)
    out["brief", "share", "value"] = share(those)
    return out
