package io.tyto.server.pipelines.approval;

/** A decision on an approval: who, on what, and whether it was a yes. */
public record Given(Decider by, String digest, boolean approved) {}
