/** What goes wrong outside the program while it takes in data: disks, folders, files. The project is as before, and a word says why. */
package app.parcelle.faults;
