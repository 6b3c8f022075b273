Kære Samspil, vis venligst fokusområder først.
