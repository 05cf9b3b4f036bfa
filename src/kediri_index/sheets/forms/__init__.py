"""The form that an agency fills in, as a workbook that checks itself before it is sent."""
