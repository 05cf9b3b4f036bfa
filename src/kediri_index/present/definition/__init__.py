"""What the commands of ``definition`` print."""
