"""What the command line and other programs call: one function a file."""
