-- samspil-export reads what goes out; of citizens neither name nor address, and nothing that somebody wrote in own words.
GRANT SELECT (id) ON department TO @program@;
