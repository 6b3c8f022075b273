"""What all cohorts share: the days, and the codes of sql/reference and world.sql."""

import datetime

TODAY = datetime.date(2025, 12, 31)  # the day that every report is of
AS_OF = datetime.datetime(2025, 12, 31, 22, 30)  # UTC; in Denmark the same day, 23.30
FIRST = datetime.date(2022, 1, 1)
STEP = 100000  # each cohort's ids begin at a multiple of it
BENEFITS = ("kontanthjaelp", "sygedagpenge", "jobafklaring", "ressourceforloeb", "dagpenge", "ledighedsydelse")
GROUPS = ("kontanthjaelp", "kontanthjaelp-ung", "sygedagpenge", "jobafklaring", "andre")
LIVES_ON = {"kontanthjaelp": "kontanthjaelp", "kontanthjaelp-ung": "kontanthjaelp", "sygedagpenge": "sygedagpenge", "jobafklaring": "jobafklaring"}
FRAMES = {"kontanthjaelp": 1, "kontanthjaelp-ung": 2, "sygedagpenge": 3, "jobafklaring": 4, "andre": 5}
FRAME_OF_NO_GROUP = 6
CATALOGUE_VERSIONS = (11, 21, 22, 31, 41, 51, 61)  # of the entries 1 to 6
