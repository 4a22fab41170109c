"""JCSSA Desktop: from a quotation to a sealed responsibility sheet.

Arrows between the rooms point one way:
`__main__ -> bootstrap -> ui | cli -> services -> store | feeds | documents | system | exchange -> domain`.
The rooms in the middle do not know each other; import-linter checks it.
"""

__version__ = "0.1.0"
