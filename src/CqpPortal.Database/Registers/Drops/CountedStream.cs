using System.IO.Hashing;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>
/// Counts the bytes read, for the progress bar, and stops a stream that is longer than it may be. At its end the bytes must be those that
/// the zip announces: a byte changed on the way may leave well-formed XML that says something else.
/// </summary>
internal sealed class CountedStream(Stream inner, long most, uint? checksum = null) : Stream
{
    private readonly Crc32 _checksum = new();

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        if (Count > most) throw new RefusedDropException("Le fichier se déplie au-delà de la taille qu'il annonce : il n'est pas lu. Téléchargez-le de nouveau sur data.gouv.fr.");
        if (checksum is null) return read;
        _checksum.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && _checksum.GetCurrentHashAsUInt32() != checksum) throw new InvalidDataException("The checksum of the zip entry differs.");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
