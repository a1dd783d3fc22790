package app.parcelle.engine.store;

/**
 * A state of a project and its values.
 *
 * @param number of the journal entry that made the state; 0 for a new project
 */
record Head(long number, long stateId, Stored.State state, StoredDataset data) {}
