/**
 * The store of a trial or one small office: a MongoDB-protocol server (mongo-java-server on H2 MVStore) inside this
 * process, on loopback, with its one file in the data folder. Commands of the MongoDB driver come in; replies leave only
 * after what they tell is committed and synced to the disk. Only who holds the password drawn at this start gets in. It
 * must not know what the documents mean.
 */
@NullMarked
package jo.sawt.channels.server.embedded;

import org.jspecify.annotations.NullMarked;
