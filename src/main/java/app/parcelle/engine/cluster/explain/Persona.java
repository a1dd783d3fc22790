package app.parcelle.engine.cluster.explain;

import app.parcelle.engine.message.Message;

/**
 * A cluster in words.
 *
 * @param cluster from 1 on
 * @param name suggested; no other cluster has the same
 * @param sentence what sets its customers apart
 * @param advice what to do next
 */
public record Persona(int cluster, Message name, Message sentence, Message advice) {}
