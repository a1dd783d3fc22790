/** What goes wrong outside the program while it takes in data: disks, folders, files. The project is as before, and a word says why. */
@NullMarked
package app.parcelle.faults;

import org.jspecify.annotations.NullMarked;
