@org.jspecify.annotations.NullMarked
package app.parcelle.ui.value;
