namespace Dmk.Maturity.Questionnaires;

/// <summary>Where in an author's file a problem stands. Lines and columns count from 1; 0 where the file as a whole is meant.</summary>
public readonly record struct FilePosition(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
