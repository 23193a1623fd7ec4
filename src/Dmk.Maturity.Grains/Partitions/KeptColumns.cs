using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The file in which a partition keeps its columns and moments beyond the end of the server. It speaks of the submissions up to
/// one of them, which it names; those that came later are read from the store. Anything odd about it, and all is made from the store as
/// if there were none.</summary>
internal sealed class KeptColumns(ColumnFiles files, Submissions submissions, StudyJournal journal, PartitionKey key, CatalogueStudy known)
{
    /// <summary>The builds of all that decides what stands in columns and moments: another program makes its own.</summary>
    private static readonly string _program = string.Join(
        ' ',
        new[] { typeof(PartitionColumns), typeof(ResponseColumns), typeof(CellMoments), typeof(ColumnFiles) }.Select(type =>
            type.Module.ModuleVersionId
        )
    );

    private readonly string _path = files.PathOf(key.Land, key.Study, key.Scoring);

    /// <summary>Of how many submissions the file speaks, as far as is known.</summary>
    private long _kept;

    /// <summary>Per index model of the study, what is kept of its nodes.</summary>
    public IReadOnlyList<MomentLayout> Layouts { get; } =
    [.. known.Study.Indices.Select(model => StudyMoments.LayoutOf(known.Study.Design, model))];

    public PartitionColumns Empty() => new(Layouts, known.Study.Design.Kept.Count);

    /// <param name="stored">The number of the last submission in the store.</param>
    /// <returns>Null where there is nothing that can be used.</returns>
    public async Task<PartitionColumns?> Read(long stored)
    {
        try
        {
            using var reader = files.Read(_path);
            if (reader is null)
            {
                return null;
            }

            CheckSame(reader.ReadString(), _program, "another program wrote it");
            CheckSame(reader.ReadString(), Origin(), "it is of another study, or of other index models");
            var (upTo, mark) = (reader.ReadInt64(), reader.ReadString());
            CheckSame(mark, upTo <= stored ? await submissions.MarkOf(key.Land, key.Study, upTo) : null, "the store has other submissions");
            var columns = PartitionColumns.Read(reader, Layouts, known.Study.Design.Kept.Count);
            CheckSame(Number(columns.Highest), Number(upTo), "it holds other submissions than it says");
            _kept = upTo;
            return columns;
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ArgumentException
                        or FormatException
                        or OverflowException
                        or IndexOutOfRangeException
            )
        {
            journal.KeptColumnsUnusable(_path, exception.Message);
            return null;
        }
    }

    /// <summary>Writes the columns where so many have come since the last time that reading them again would take its time.</summary>
    /// <param name="share">What part of those that are kept, as in 10 for a tenth.</param>
    /// <param name="least">Fewer are never kept.</param>
    public async Task Keep(PartitionColumns columns, int share, int least)
    {
        if (columns.Highest < Math.Max(1, least) || columns.Highest - _kept < Math.Max(1, _kept / share))
        {
            return;
        }

        try
        {
            if (await submissions.MarkOf(key.Land, key.Study, columns.Highest) is { } mark)
            {
                files.Write(
                    _path,
                    writer =>
                    {
                        writer.Write(_program);
                        writer.Write(Origin());
                        writer.Write(columns.Highest);
                        writer.Write(mark);
                        columns.Write(writer);
                    }
                );
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            journal.ColumnsNotKept(_path, exception);
        }
        catch (Exception exception) when (StoreDownException.Of(exception) is not null)
        {
            // The store has said so itself; what was read of it is kept when it can be asked again.
            return;
        }

        // Where it failed it is tried again when as many have come once more.
        _kept = columns.Highest;
    }

    /// <summary>What the columns are made of beside the rows.</summary>
    private string Origin()
    {
        var models = known
            .Study.Indices.Zip(known.IndexNumbers, Layouts)
            .Select(model =>
                $"{Number(model.Second)} {VersionedId.Of(model.First)} {model.Third.Variables} {model.Third.PerPerson} "
                + $"{string.Join(' ', model.Third.Crossed)} {string.Join(' ', model.Third.Steps.SelectMany(steps => steps).Select(Text))}"
            );
        return string.Join(
            '\n',
            [
                $"{key.Land}/{key.Study}/{Number(key.Scoring)} {BitConverter.IsLittleEndian}",
                .. models,
                string.Join(' ', known.Study.Design.Kept.Select(kept => kept.Id)),
            ]
        );
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void CheckSame(string written, string? wanted, string otherwise)
    {
        if (written != wanted)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
