@NullMarked
package app.parcelle.i18n;

import org.jspecify.annotations.NullMarked;
