@org.jspecify.annotations.NullMarked
package app.parcelle.engine.value;
