using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dmk.Maturity.Storage;

/// <summary>Everything without a name: what was published, who was drawn, what was answered, scored and shown.</summary>
/// <remarks>Rows with answers or scores begin with their Land. Written to through <see cref="CommitQueue"/> only.</remarks>
public sealed class MaturityDb(DbContextOptions<MaturityDb> options) : DbContext(options)
{
    public DbSet<PublishedQuestionnaire> Questionnaires => Set<PublishedQuestionnaire>();

    public DbSet<PublishedIndexModel> IndexModels => Set<PublishedIndexModel>();

    public DbSet<PublishedStudy> Studies => Set<PublishedStudy>();

    public DbSet<StudyQuestionnaire> StudyQuestionnaires => Set<StudyQuestionnaire>();

    public DbSet<StudyIndexModel> StudyIndexModels => Set<StudyIndexModel>();

    public DbSet<StoredStratum> Strata => Set<StoredStratum>();

    public DbSet<StoredFrame> Frames => Set<StoredFrame>();

    public DbSet<StoredFrameUnit> FrameUnits => Set<StoredFrameUnit>();

    public DbSet<StoredDraw> Draws => Set<StoredDraw>();

    public DbSet<StoredUnit> Units => Set<StoredUnit>();

    public DbSet<StoredInvitation> Invitations => Set<StoredInvitation>();

    public DbSet<StoredSession> Sessions => Set<StoredSession>();

    public DbSet<StoredResponse> Responses => Set<StoredResponse>();

    public DbSet<StoredSubmission> Submissions => Set<StoredSubmission>();

    public DbSet<StoredScores> Scores => Set<StoredScores>();

    public DbSet<StoredRescoring> Rescorings => Set<StoredRescoring>();

    public DbSet<StoredCounter> Counters => Set<StoredCounter>();

    public DbSet<StoredShownMarks> ShownMarks => Set<StoredShownMarks>();

    public DbSet<StoredToken> Tokens => Set<StoredToken>();

    public DbSet<StoredReaderSession> ReaderSessions => Set<StoredReaderSession>();

    public DbSet<StoredEvent> Events => Set<StoredEvent>();

    public DbSet<StoredAction> Actions => Set<StoredAction>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // 16 bytes in the order of creation, and whole milliseconds that compare as numbers.
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Publications(modelBuilder);
        Frame(modelBuilder);
        Sample(modelBuilder);
        Answering(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property));
        }
    }

    private static void Publications(ModelBuilder model)
    {
        model.Entity<PublishedQuestionnaire>().ToTable("questionnaires").HasKey(row => new { row.Id, row.Version });
        model.Entity<PublishedIndexModel>(index =>
        {
            index.ToTable("index_models").HasKey(row => row.Number);
            index.HasIndex(row => new { row.Id, row.Version }).IsUnique();
        });
        model.Entity<PublishedStudy>(study =>
        {
            study.ToTable("studies").HasKey(row => row.Id);
            study
                .HasOne<PublishedQuestionnaire>()
                .WithMany()
                .HasForeignKey(row => new { row.QuestionnaireId, row.QuestionnaireVersion })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StudyQuestionnaire>(version =>
        {
            version.ToTable("study_questionnaires").HasKey(row => new { row.Study, row.Place });
            version
                .HasIndex(row => new
                {
                    row.Study,
                    row.QuestionnaireId,
                    row.QuestionnaireVersion,
                })
                .IsUnique();
            version.HasOne<PublishedStudy>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
            version
                .HasOne<PublishedQuestionnaire>()
                .WithMany()
                .HasForeignKey(row => new { row.QuestionnaireId, row.QuestionnaireVersion })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StudyIndexModel>(index =>
        {
            index.ToTable("study_index_models").HasKey(row => new { row.Study, row.IndexModel });
            index.HasOne<PublishedStudy>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
            index.HasOne<PublishedIndexModel>().WithMany().HasForeignKey(row => row.IndexModel).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredRescoring>(rescoring =>
        {
            rescoring
                .ToTable("rescorings")
                .HasKey(row => new
                {
                    row.Study,
                    row.Land,
                    row.IndexModel,
                });
            rescoring
                .HasOne<StudyIndexModel>()
                .WithMany()
                .HasForeignKey(row => new { row.Study, row.IndexModel })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredStratum>(stratum =>
        {
            stratum.ToTable("strata").HasKey(row => new { row.Study, row.Cell });
            stratum.HasOne<PublishedStudy>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredShownMarks>().ToTable("shown_marks").HasKey(row => row.Study);
        model.Entity<StoredToken>().ToTable("tokens").HasKey(row => row.TokenHash);
        model.Entity<StoredReaderSession>(session =>
        {
            session.ToTable("reader_sessions").HasKey(row => row.SessionHash);
            session.HasIndex(row => row.Expires);
            session.HasOne<StoredToken>().WithMany().HasForeignKey(row => row.TokenHash).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredAction>().ToTable("audit_log").HasKey(row => row.Number);
    }

    private static void Frame(ModelBuilder model)
    {
        model.Entity<StoredFrame>(frame =>
        {
            frame.ToTable("frames").HasKey(row => row.Study);
            frame.HasOne<PublishedStudy>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredFrameUnit>(unit =>
        {
            unit.ToTable("frame_units").HasKey(row => new { row.Study, row.UnitId });
            unit.HasIndex(row => new { row.Study, row.Stratum });
            unit.HasOne<StoredFrame>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredDraw>(draw =>
        {
            draw.ToTable("draws").HasKey(row => row.Study);
            draw.HasOne<StoredFrame>().WithMany().HasForeignKey(row => row.Study).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Sample(ModelBuilder model)
    {
        model.Entity<StoredUnit>(unit =>
        {
            unit.ToTable("units")
                .HasKey(row => new
                {
                    row.Land,
                    row.Study,
                    row.UnitId,
                });
            unit.HasOne<StoredStratum>().WithMany().HasForeignKey(row => new { row.Study, row.Stratum }).OnDelete(DeleteBehavior.Restrict);
            unit.HasIndex(row => new
            {
                row.Land,
                row.Study,
                row.Place,
            });
        });
        model.Entity<StoredInvitation>(invitation =>
        {
            invitation.ToTable("invitations").HasKey(row => row.CodeHash);
            invitation
                .HasOne<StoredResponse>()
                .WithMany()
                .HasForeignKey(row => new { row.Land, row.Response })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredSession>(session =>
        {
            session.ToTable("sessions").HasKey(row => row.TokenHash);
            session.HasIndex(row => row.Expires);
            session.HasIndex(row => new { row.Land, row.Response });
        });
    }

    private static void Answering(ModelBuilder model)
    {
        model.Entity<StoredResponse>(response =>
        {
            response.ToTable("responses").HasKey(row => new { row.Land, row.Id });
            response
                .HasOne<StoredUnit>()
                .WithOne()
                .HasForeignKey<StoredResponse>(row => new
                {
                    row.Land,
                    row.Study,
                    row.UnitId,
                })
                .OnDelete(DeleteBehavior.Restrict);

            // Of a million responses few are drafts at any time; without it, counting them reads the pages of all.
            response.HasIndex(row => new { row.Study, row.Land }).HasFilter("status = 1");
        });
        model.Entity<StoredSubmission>(submission =>
        {
            submission
                .ToTable("submissions")
                .HasKey(row => new
                {
                    row.Land,
                    row.Study,
                    row.Sequence,
                });
            submission
                .HasOne<StoredResponse>()
                .WithMany()
                .HasForeignKey(row => new { row.Land, row.Response })
                .OnDelete(DeleteBehavior.Restrict);

            // The second line behind the one writer of a response: a key can be used once.
            submission
                .HasIndex(row => new
                {
                    row.Land,
                    row.Response,
                    row.IdempotencyKey,
                })
                .IsUnique();
        });
        model.Entity<StoredScores>(scores =>
        {
            scores
                .ToTable("scores")
                .HasKey(row => new
                {
                    row.Land,
                    row.Study,
                    row.Sequence,
                    row.IndexModel,
                });
            scores
                .HasOne<StoredSubmission>()
                .WithMany()
                .HasForeignKey(row => new
                {
                    row.Land,
                    row.Study,
                    row.Sequence,
                })
                .OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredCounter>().ToTable("counters").HasKey(row => new { row.Land, row.Study });
        model.Entity<StoredEvent>(step =>
        {
            step.ToTable("events").HasKey(row => row.Number);
            step.HasIndex(row => new { row.Land, row.Response });
        });
    }

    private static string SnakeCase(IReadOnlyProperty property) =>
        string.Concat(
            property.Name.Select(
                (letter, place) => char.IsUpper(letter) ? (place == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()
            )
        );

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class Milliseconds()
        : ValueConverter<DateTimeOffset, long>(
            time => time.ToUnixTimeMilliseconds(),
            number => DateTimeOffset.FromUnixTimeMilliseconds(number)
        );
}
