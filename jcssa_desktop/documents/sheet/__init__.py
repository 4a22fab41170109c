"""The customer's sheet (告知シート): a module for each box, put together by `draw`."""
