"""Which courses a report is asked about, and how one of them stood: the definitions, as plain loops, for oracles."""


def benefit_on(cohort, citizen, day):
    """What the citizen lived on that day; of several the one that began last."""
    best = None
    for row in cohort.now("benefit_period"):
        if row["citizen_id"] == citizen and row["starts_on"] <= day and (row["ends_on"] is None or row["ends_on"] >= day):
            if best is None or (row["starts_on"], row["id"]) > (best["starts_on"], best["id"]):
                best = row
    return None if best is None else best["benefit_type"]


def target_group(cohort, course, world):
    """Of the newest risk assessment, of the course or of its screening; where that has none, the frame's."""
    newest = None
    for row in cohort.now("risk_assessment"):
        if row["course_id"] == course["id"] or (row["screening_id"] is not None and row["screening_id"] == course["screening_id"]):
            if newest is None or row["id"] > newest["id"]:
                newest = row
    if newest is not None and newest["target_group"] is not None:
        return newest["target_group"]
    for frame in world["course_frame"]:
        if course["frame_id"] is not None and int(frame["id"]) == course["frame_id"]:
            return frame["target_group"]
    return None


def departments(cohort, ask):
    """The one that is asked for, with those below it; all of the cohort's where none is."""
    if ask.department is None:
        return {row["id"] for row in cohort.now("department")}
    return {row["id"] for row in cohort.now("department") if ask.department in (row["id"], row["parent_id"])}


def courses(cohort, ask, world):
    """Of the departments, target group and benefit asked for; each with its target_group and benefit.  Those closed as low risk are there, too."""
    out, where = [], departments(cohort, ask)
    for row in cohort.now("course"):
        if row["department_id"] not in where:
            continue
        group = target_group(cohort, row, world)
        benefit = benefit_on(cohort, row["citizen_id"], row["opened_on"])
        if (ask.target_group is None or group == ask.target_group) and (ask.benefit is None or benefit == ask.benefit):
            out.append({**row, "target_group": group, "benefit": benefit})
    return out


def open_on(course, day):
    """At the end of the day."""
    return course["opened_on"] <= day and (course["closed_on"] is None or course["closed_on"] > day)
