package app.parcelle.ui.job;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;

/**
 * What the job bar shows of a piece of work.
 *
 * @param what it does, as it says itself
 * @param fraction done, 0 to 1; negative where the total is unknown
 * @param perSecond units done a second, on average; 0 while that is unknown
 * @param left about how long it still takes; null where that is unknown
 */
public record JobStatus(String key, Message what, double fraction, double perSecond,
    @Nullable Duration left) {}
