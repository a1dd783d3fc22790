@NullMarked
package app.parcelle.ui.cluster;

import org.jspecify.annotations.NullMarked;
