using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads an index model from its file.</summary>
public static class IndexFile
{
    extension(IndexModel)
    {
        public static Parsed<IndexModel> Read(string path, Questionnaire questionnaire)
        {
            var problems = new List<Problem>();
            return YamlFile.Text(path, problems) is { } yaml ? IndexModel.Parse(yaml, path, questionnaire) : new(null, problems);
        }

        /// <param name="file">The name that problems show.</param>
        public static Parsed<IndexModel> Parse(string yaml, string file, Questionnaire questionnaire) =>
            IndexModelReader.Parse(yaml, file, questionnaire);
    }
}
