package jo.sawt.channels.server.embedded;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** The folder of the store: readable by its owner alone (0700, files 0600), and locked by one process at a time. */
final class DataFolder implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, and takes its lock. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path, attributes("rwx------"));
            if (POSIX) {
                Files.setPosixFilePermissions(path, fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new StoreFailure("the data folder " + path + " cannot be made or is not ours", e);
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new StoreFailure("the data folder " + path + " is not readable and writable");
        }
        return new DataFolder(path, lock(path));
    }

    private static FileChannel lock(Path folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    attributes("rw-------"));
            if (!locked(channel)) {
                channel.close();
                throw new StoreFailure("the data folder " + folder + " is in use by another process");
            }
            return channel;
        } catch (IOException e) {
            throw new StoreFailure("the data folder " + folder + " cannot be locked", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process holds it
        }
    }

    /** A file of the folder, made empty where it is missing, so that nobody else can ever read it. */
    Path file(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, attributes("rw-------"));
            }
        } catch (IOException e) {
            throw new StoreFailure("the file " + file + " cannot be made", e);
        }
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            throw new StoreFailure("the file " + file + " is not readable and writable");
        }
        return file;
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX ? new FileAttribute<?>[] {asFileAttribute(fromString(permissions))} : new FileAttribute<?>[0];
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
