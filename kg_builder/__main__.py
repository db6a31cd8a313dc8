"""``python -m kg_builder`` is ``kg-builder``."""

from kg_builder.cli import main

if __name__ == "__main__":
    main()
