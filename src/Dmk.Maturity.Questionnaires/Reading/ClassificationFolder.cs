namespace Dmk.Maturity.Questionnaires;

/// <summary>A folder of classifications as its files say them.</summary>
public static class ClassificationFolder
{
    extension(Classifications)
    {
        /// <summary>Every <c>*.yaml</c> file in the folder, one classification each.</summary>
        public static Parsed<Classifications> Read(string folder)
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
                        yaml.Report(
                            "duplicate-id",
                            $"There are two classifications '{file.Classification.Id}' in this folder. Rename one."
                        );
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

            // A table that two classifications share is read by each; what is wrong with it is said once.
            problems = [.. problems.Distinct()];
            return new(
                problems.Exists(problem => problem.Severity == Severity.Error)
                    ? null
                    : new Classifications(files.Select(file => file.Classification)),
                problems
            );
        }
    }
}
