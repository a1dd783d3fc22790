package app.parcelle.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.disk.FilePathDisk;

/**
 * A file system of H2 that is a folder of the disk, and full once a file in it would grow beyond its room. The folder's name
 * ends with a colon, so that H2 takes its path for the name of a file system, and everyone else for a path.
 */
final class FullFolder extends FilePathDisk implements AutoCloseable {
  private final String scheme;
  private final AtomicLong room;

  private FullFolder(String scheme, AtomicLong room) {
    this.scheme = scheme;
    this.room = room;
  }

  /** @param folder an existing one, whose name ends with a colon */
  static FullFolder at(Path folder) {
    String path = folder.toString();
    FullFolder system = new FullFolder(path.substring(0, path.length() - 1), new AtomicLong(Long.MAX_VALUE));
    FilePath.register(system);
    return system;
  }

  /** Lets a file have so many bytes from now on. */
  void holdAtMost(long bytes) {
    room.set(bytes);
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public FullFolder getPath(String path) {
    FullFolder file = new FullFolder(scheme, room);
    file.name = path;
    return file;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new FullChannel(super.open(mode), room);
  }

  @Override
  public void close() {
    FilePath.unregister(this);
  }

  private static final class FullChannel extends FileBase {
    private final FileChannel disk;
    private final AtomicLong room;

    FullChannel(FileChannel disk, AtomicLong room) {
      this.disk = disk;
      this.room = room;
    }

    private void require(long end) throws IOException {
      if (end > room.get()) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      require(disk.position() + bytes.remaining());
      return disk.write(bytes);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
      require(position + bytes.remaining());
      return disk.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return disk.read(bytes);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long position) throws IOException {
      return disk.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      disk.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      disk.truncate(size);
      return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      disk.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return disk.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      disk.close();
    }
  }
}
