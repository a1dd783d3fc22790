package app.parcelle.engine.project;

import java.time.LocalDate;

/**
 * Who came into a segment and who left it between two days.
 *
 * @param before members as of the first day
 * @param after members as of the last
 * @param entered members of the last day only
 * @param left members of the first day only
 * @param stayed members of both
 */
public record Movement(LocalDate from, LocalDate to, int before, int after, int entered, int left,
    int stayed) {}
