"""Forms compiled by `hatch_build.py`; nothing here but this file is committed."""
