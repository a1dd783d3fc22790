package app.parcelle.architecture.wrong.engine.egg;

import org.jspecify.annotations.Nullable;

import app.parcelle.architecture.wrong.engine.chicken.Chicken;

/** Comes first. */
public record Egg(@Nullable Chicken inside) {}
