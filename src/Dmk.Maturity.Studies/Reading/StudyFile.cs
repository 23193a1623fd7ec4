using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads a study design from its file.</summary>
public static class StudyFile
{
    extension(StudyDesign)
    {
        public static Parsed<StudyDesign> Read(string path, Classifications classifications)
        {
            var problems = new List<Problem>();
            return YamlFile.Text(path, problems) is { } yaml ? StudyDesign.Parse(yaml, path, classifications) : new(null, problems);
        }

        /// <param name="file">The name that problems show.</param>
        public static Parsed<StudyDesign> Parse(string yaml, string file, Classifications classifications) =>
            StudyDesignReader.Parse(yaml, file, classifications);

        /// <summary>A study that was published, maybe before its file would have been refused: what is asked of new ones alone is not asked
        /// of it.</summary>
        public static Parsed<StudyDesign> ParsePublished(string yaml, string file, Classifications classifications) =>
            StudyDesignReader.ParsePublished(yaml, file, classifications);
    }
}
