"""Questions to an index that go beyond its scores: pure computation over model and engine."""
