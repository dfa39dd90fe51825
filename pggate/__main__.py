"""
python -m pggate
"""

import sys

from pggate.cli import main

sys.exit(main())
