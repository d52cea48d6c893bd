"""What a drafter needs to know of a text that is not yet law: comparison and survey together.

Public is the function that the module bears the name of: `review`.
"""
