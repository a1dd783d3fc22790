/** Customers and events as plain lists, and what each condition means for them: no code of the engine's evaluation. */
@NullMarked
package app.parcelle.engine.evaluate.naive;

import org.jspecify.annotations.NullMarked;
