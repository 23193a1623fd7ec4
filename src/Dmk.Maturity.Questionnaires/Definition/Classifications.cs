namespace Dmk.Maturity.Questionnaires;

/// <summary>The classifications of one folder (<c>questionnaires/classifications</c>).</summary>
public sealed class Classifications
{
    private readonly Dictionary<string, Classification> _byId;

    public Classifications(IEnumerable<Classification> all) => _byId = all.ToDictionary(one => one.Id, StringComparer.Ordinal);

    public IEnumerable<Classification> All => _byId.Values;

    /// <summary>By id: <c>land</c>, <c>land-group</c>, <c>sector</c>, <c>sector-group</c>, <c>wz2008</c>, <c>wz2008-classes</c>,
    /// <c>wz2025</c>, <c>wz2025-classes</c>, <c>size-class</c>.</summary>
    public Classification? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Every <c>*.yaml</c> file in the folder, one classification each.</summary>
    public static Reading<Classifications> Read(string folder)
    {
        var problems = new List<Problem>();
        if (!Directory.Exists(folder))
        {
            return new(null, [new(new(folder, 0, 0), "file-unreadable", "There is no such folder of classifications.")]);
        }

        var files = new List<ClassificationFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (YamlFile.Read(path, problems) is { } yaml && ClassificationReader.Read(yaml, problems) is { } file)
            {
                if (files.Exists(other => other.Classification.Id == file.Classification.Id))
                {
                    yaml.Report("duplicate-id", $"There are two classifications '{file.Classification.Id}' in this folder. Rename one.");
                }
                else
                {
                    files.Add(file);
                }
            }
        }

        foreach (var file in files.Where(file => file.ParentsIn is not null))
        {
            file.CheckParentsIn(files, problems);
        }

        return new(
            problems.Exists(problem => problem.Severity == Severity.Error) ? null : new(files.Select(file => file.Classification)),
            problems
        );
    }
}
