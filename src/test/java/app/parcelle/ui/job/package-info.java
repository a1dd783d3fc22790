@NullMarked
package app.parcelle.ui.job;

import org.jspecify.annotations.NullMarked;
