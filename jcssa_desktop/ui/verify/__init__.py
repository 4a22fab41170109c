"""A check: whether a PDF, a record or a sheet on paper is what was sealed."""
