namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Files with one fact to a line, <c>expected &lt;= given</c>; a line that begins with # is a comment.</summary>
internal static class CaseFile
{
    public static TheoryData<string, string> Read(params string[] path)
    {
        var cases = new TheoryData<string, string>();
        foreach (
            var line in File.ReadLines(Path.Combine([AppContext.BaseDirectory, .. path])).Where(line => line.Length > 0 && line[0] != '#')
        )
        {
            var parts = line.Split("<=", 2, StringSplitOptions.TrimEntries);
            cases.Add(parts[0], parts[1]);
        }

        return cases;
    }
}
