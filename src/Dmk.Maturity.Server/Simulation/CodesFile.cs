using System.Globalization;
using CsvHelper;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>The CSV file with access codes in clear: written by <c>invitations export</c>, read by whoever prints letters and by
/// <c>simulate</c>.</summary>
internal static class CodesFile
{
    private static readonly string[] _columns = ["unit_id", "name", "land", "stratum", "access_code"];

    /// <summary>The separator is found from the first lines: German spreadsheets save with semicolons.</summary>
    private static readonly CsvReaderOptions _reading = new() { TrackLineNumbers = true };

    /// <summary>Whether a file is the beginning of one of these, if only of its first line.</summary>
    public static bool IsBegun(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var first = reader.ReadLine();
            return first is null || (first.Length > 0 && string.Join(',', _columns).StartsWith(first, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <returns>Null where the file ends before it.</returns>
    public static string? FirstCode(string path)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, _reading);
            csv.ReadHeader();
            return csv.Headers.Count == _columns.Length && csv.Read() && csv.FieldCount == _columns.Length
                ? csv.GetString("access_code")
                : null;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    public static async Task Write(Stream file, IEnumerable<Invitation> invitations, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var line in invitations.Select(Line).Prepend(_columns))
        {
            await csv.WriteRecordAsync(line, cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    /// <exception cref="FaultException">The file is not there or not of this form.</exception>
    public static IReadOnlyList<Invitation> Read(string path)
    {
        ReadableFile.Check(path);
        try
        {
            using var csv = CsvReader.FromFile(path, _reading);
            csv.ReadHeader();
            if (_columns.Except(csv.Headers).Any())
            {
                throw Unreadable(path, 1, $"expected the columns {string.Join(", ", _columns)}, as written by invitations export");
            }

            var invitations = new List<Invitation>();
            while (csv.Read())
            {
                var values = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
                if (values.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (values.Length < csv.Headers.Count)
                {
                    throw Unreadable(path, csv.LineNumber, $"this line has {values.Length} values for {csv.Headers.Count} columns");
                }

                var stratum = ReportingCell.Parse(csv.GetString("stratum"));
                if (stratum.Land.Length == 0 || stratum.Land.Any(char.IsWhiteSpace) || csv.GetString("access_code").Length == 0)
                {
                    throw Unreadable(
                        path,
                        csv.LineNumber,
                        $"this line has no access code, or no stratum as in SN or SN/construction/S2: '{csv.GetString("stratum")}'"
                    );
                }

                invitations.Add(new(csv.GetString("unit_id"), csv.GetString("name"), stratum, csv.GetString("access_code")));
            }

            return invitations;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(ReadableFile.Why(path, exception), exception);
        }
        catch (CsvFormatException exception)
        {
            throw new FaultException(
                $"{path} cannot be read as a file of access codes: {exception.Message.ReplaceLineEndings(" ")}",
                exception
            );
        }
    }

    private static FaultException Unreadable(string path, long line, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {what}."));

    private static string[] Line(Invitation invitation) =>
        [invitation.UnitId, invitation.Name, invitation.Stratum.Land, invitation.Stratum.ToString(), invitation.AccessCode];
}
