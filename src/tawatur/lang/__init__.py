"""Words and letters: normalising with an offset map, tokens with clitics, and the data files read once."""
