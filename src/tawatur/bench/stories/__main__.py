import sys

from .sums import main

raise SystemExit(main(sys.argv[1:]))
