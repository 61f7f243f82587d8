"""Files → models or problems, with line and column. Reads `quizzes/`, `docs/` and `company.yml`; never writes, never repairs."""

from .course import load_course

__all__ = ["load_course"]
